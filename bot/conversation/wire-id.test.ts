import { expect, test } from 'vitest';
import { readButton } from './wire-id.ts';

test.each([
  ['go:menu', { kind: 'go', form: 'menu', argument: undefined }],
  ['go:track:SLT-7K4PQ2', { kind: 'go', form: 'track', argument: 'SLT-7K4PQ2' }],
  ['go:rate:a:b', { kind: 'go', form: 'rate', argument: 'a:b' }],
  ['x7f2:topic:g-jalan', { kind: 'answer', tag: 'x7f2', question: 'topic', choice: 'g-jalan' }],
  ['x7f2:$review:send', { kind: 'answer', tag: 'x7f2', question: '$review', choice: 'send' }],
  ['x7f2:when:10:30', { kind: 'answer', tag: 'x7f2', question: 'when', choice: '10:30' }],
  ['x7f2:topic:~1', { kind: 'answer', tag: 'x7f2', question: 'topic', choice: '~1' }],
  ['x7f2:topic:', { kind: 'answer', tag: 'x7f2', question: 'topic', choice: '' }],
  ['x7f2:topic', undefined],
  ['go:', undefined],
  ['go', undefined],
  ['', undefined],
  [':::', undefined],
])('the button %j reads as %j', (id, button) => {
  expect(readButton(id)).toEqual(button);
});
