import { expect, test } from 'vitest';
import { start } from './start.ts';

test.each([
  ['l_SLT-7K4PQ2', { ticket: 'SLT-7K4PQ2' }],
  ['l_slt-7k4pq2', { ticket: 'SLT-7K4PQ2' }],
  ['l_slt-brsvhy', { ticket: 'SLT-BRSVHY' }],
  ['l_halo', {}],
  ['x_SLT-7K4PQ2', {}],
])('the link %s opens %j', (argument, answers) => {
  expect(start.starts?.(argument)).toEqual(answers);
});
