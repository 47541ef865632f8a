import { createServer, type IncomingMessage } from 'node:http';
import { Pool } from 'pg';
import { readStatements, REPLY } from './floor-statements.js';

/**
 * The floor: the same data with nothing between socket and database but node:http, pg and JSON. No viewer, no
 * rights, no limits, no errors worth the name. `node floor.js <database url> <port>`.
 */
const [url = '', port = '0'] = process.argv.slice(2);
const pool = new Pool({ connectionString: url, max: 10 });

async function rowsFor(request: IncomingMessage): Promise<readonly object[] | null> {
  const [, kind = '', ...values] = (request.url ?? '').split('/').map(decodeURIComponent);
  if (kind === 'reply') {
    const { id, threadId, body } = JSON.parse(await textOf(request)) as { id: string; threadId: string; body: string };
    return (await pool.query({ name: kind, text: REPLY, values: [id, threadId, body, `<p>${body}</p>`] })).rows;
  }
  const text = readStatements[kind];
  return text === undefined ? null : (await pool.query({ name: kind, text, values })).rows;
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

createServer((request, response) => {
  rowsFor(request).then(
    (rows) => {
      if (rows === null) response.writeHead(404).end();
      else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data: rows }));
    },
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
}).listen(Number(port), '127.0.0.1', () => console.log('floor is running'));
