import { updateIn } from './live-stream.js';

describe('a piece of the stream', () => {
  it('is an update with its facts', () => {
    const piece = 'event: next\ndata: {"data":{"live":{"topic":"thread","id":"a","data":"{\\"position\\":12}"}}}';
    expect(updateIn(piece)).toEqual({ topic: 'thread', id: 'a', data: { position: 12 } });
  });

  it.each([':', '', 'event: complete\ndata:', 'event: next\ndata: {"errors":[]}', 'event: next\ndata: {"data":null}', 'event: next\ndata: {"da'])('may be none: %j', (piece) => {
    expect(updateIn(piece)).toBeNull();
  });
});
