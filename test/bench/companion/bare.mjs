// What the companion is compared with: node:http alone, which answers everything with so many bytes.
// @ts-check
import { createServer } from 'node:http';

const body = 'x'.repeat(Number(process.argv[2]));
const server = createServer((_request, response) => {
  response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': body.length });
  response.end(body);
});
server.listen({ host: '127.0.0.1', port: 0 }, () => {
  const address = server.address();
  process.send?.(typeof address === 'object' ? address?.port : null);
});
process.on('disconnect', () => process.exit());
