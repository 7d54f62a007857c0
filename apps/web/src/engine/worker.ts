// The engine in a Web Worker.

import { Server } from './serve';
import type { Question } from './serve';

const server = new Server();
let queue = Promise.resolve();

addEventListener('message', (event: MessageEvent<{ id: number; question: Question }>) => {
  const { id, question } = event.data;
  queue = queue.then(async () => {
    const reply = await server.reply(question);
    const transfer = reply.counts ? [reply.counts.buffer] : [];
    (self as unknown as Worker).postMessage({ id, reply }, transfer);
  });
});
