import { ink } from './ink.ts';
import type { Mark } from './sheet.ts';

/** Four petals of *kawung* in a square, where the arms of the city would stand: its own picture is not ours to draw. */
export const kawung = (x: number, y: number, size: number, fill: string = ink.brand): Mark[] => {
  const petal = (dx: number, dy: number): Mark => {
    const middle = { x: x + size / 2, y: y + size / 2 };
    const gap = size * 0.05;
    const from = { x: middle.x + dx * gap, y: middle.y + dy * gap };
    const until = { x: middle.x + dx * size * 0.48, y: middle.y + dy * size * 0.48 };
    const [along, bend] = [until.x - from.x, until.y - from.y];
    const side = (sign: number, t: number) =>
      `${n(from.x + along * t - sign * bend * 0.4)} ${n(from.y + bend * t + sign * along * 0.4)}`;
    return {
      kind: 'path',
      d: `M${n(from.x)} ${n(from.y)}C${side(1, 0.15)} ${side(1, 0.85)} ${n(until.x)} ${n(until.y)}C${side(-1, 0.85)} ${side(-1, 0.15)} ${n(from.x)} ${n(from.y)}z`,
      fill,
    };
  };
  return [petal(-1, -1), petal(1, -1), petal(-1, 1), petal(1, 1)];
};

const n = (number: number): string => String(Math.round(number * 100) / 100);
