import { furtherNodes } from './further-nodes.js';

it('a next page stands behind those before it, with its own end and whatever else was asked', () => {
  const before = { people: { nodes: ['a', 'b'], pageInfo: { endCursor: '2' } }, readers: 7 };
  const next = { people: { nodes: ['c'], pageInfo: { endCursor: '3' } }, readers: 8 };
  expect(furtherNodes('people')(before, { fetchMoreResult: next })).toEqual({ people: { nodes: ['a', 'b', 'c'], pageInfo: { endCursor: '3' } }, readers: 8 });
});
