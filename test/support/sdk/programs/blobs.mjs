// @ts-check
import { blobService } from './clients.mjs';
import { all, report } from './report.mjs';

/** Containers and blobs, from the first to the last. */
const { ACCOUNT = '', CONTAINER = '' } = process.env;
const service = blobService(ACCOUNT);
const container = service.getContainerClient(CONTAINER);
const blob = container.getBlockBlobClient('dir/hello world.txt');
const text = 'Grüße & <hello>';

/** @param {NodeJS.ReadableStream | undefined} stream */
async function textOf(stream) {
  const parts = [];
  for await (const part of stream ?? []) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8');
}

await report({
  names: async () => [service.accountName, blob.name, blob.containerName],
  missing: async () => [await container.exists(), (await container.createIfNotExists()).succeeded],
  createAgain: () => container.create(),
  createIfNotExists: async () => (await container.createIfNotExists()).succeeded,
  containers: () => all(service.listContainers(), ({ name }) => name),
  async upload() {
    const { etag, lastModified } = await blob.upload(text, Buffer.byteLength(text), {
      blobHTTPHeaders: { blobContentType: 'text/plain' },
      metadata: { from: 'shop' },
    });
    return { etag, isDate: lastModified instanceof Date };
  },
  exists: async () => [await blob.exists(), await container.getBlobClient('nothing').exists()],
  async properties() {
    const { contentLength, contentType, etag, metadata, blobType } = await blob.getProperties();
    return { contentLength, contentType, isEtag: etag?.startsWith('"0x'), metadata, blobType };
  },
  async download() {
    const answer = await blob.download();
    return [await textOf(answer.readableStreamBody), answer.contentType];
  },
  downloadToBuffer: async () => (await blob.downloadToBuffer()).toString('utf8'),
  downloadPart: async () => (await blob.downloadToBuffer(0, 4)).toString('utf8'),
  overwriteNot: () => blob.upload('x', 1, { conditions: { ifNoneMatch: '*' } }),
  stale: () => blob.upload('x', 1, { conditions: { ifMatch: '"0x0"' } }),
  async uploadData() {
    await container.getBlockBlobClient('dir/data.json').uploadData(Buffer.from('{"a":1}'));
    await container.getBlockBlobClient('top.txt').uploadData(Buffer.from('top'));
    return (await container.getBlobClient('dir/data.json').downloadToBuffer()).toString('utf8');
  },
  list: () => all(container.listBlobsFlat(), ({ name, properties }) => [name, properties.contentLength]),
  prefix: () => all(container.listBlobsFlat({ prefix: 'dir/' }), ({ name }) => name),
  hierarchy: () => all(container.listBlobsByHierarchy('/'), ({ kind, name }) => [kind, name]),
  async pages() {
    const sizes = [];
    for await (const page of container.listBlobsFlat().byPage({ maxPageSize: 2 })) {
      sizes.push(page.segment.blobItems.length);
    }
    return sizes;
  },
  binary: () => blob.uploadData(Buffer.from([0xff, 0xfe, 0x00, 0x80])),
  blocks: () => blob.stageBlock(Buffer.from('1').toString('base64'), 'x', 1),
  async delete() {
    await blob.delete();
    return [await blob.exists(), (await blob.deleteIfExists()).succeeded];
  },
  downloadMissing: () => blob.download(),
  deleteContainer: async () => [(await container.deleteIfExists()).succeeded, await container.exists()],
});
