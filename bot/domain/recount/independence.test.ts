import { expect, test } from 'vitest';
import { breachesOf } from '../../testing/house-rules.ts';

test('the house keeps the recount from sharing code with the tally, types of the format apart', () => {
  const breach = (file: string, line: string) => breachesOf(new Map([[file, line]])).map(({ rule }) => rule);
  const mine = 'bot/domain/recount/recount.ts';
  expect(breach(mine, "import type { Bulletin } from '../ballot/bulletin.ts';")).toEqual([]);
  expect(breach(mine, "import { pointOf } from './curve.ts';")).toEqual([]);
  expect(breach(mine, "import { bulletin } from '../ballot/bulletin.ts';")).toEqual([
    'only types of bot/domain/ballot/bulletin.ts',
  ]);
  expect(breach(mine, "import { addBallots } from '../ballot/add.ts';")).toEqual([
    'may not import bot/domain/ballot/add.ts',
  ]);
  expect(breach(mine, "import type { Paper } from '../ballot/paper.ts';")).toEqual([
    'may not import bot/domain/ballot/paper.ts',
  ]);
  expect(breach('bot/domain/ballot/add.ts', "import { pointOf } from '../recount/curve.ts';")).toEqual([
    'may not import bot/domain/recount/curve.ts',
  ]);
});
