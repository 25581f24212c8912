import { startServer } from './server.ts';

/** `npm start`: the built site on 4173, or on the next free port. */
export async function main(): Promise<void> {
  const { address } = await startServer({ folder: 'dist', port: 4173, tries: 20 });
  console.log(`\nManaged Identity Lab is running at ${address}\nPress Ctrl+C to stop it.`);
}
