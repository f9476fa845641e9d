import type { Dice } from './dice.ts';

/** An invented person as far as their number tells of them; `used`: numbers given out before, to which the new one is added. */
type Whose = { kind: 'pns' | 'pppk'; isWoman: boolean; used: Set<string> };

const two = (count: number) => String(count).padStart(2, '0');

/**
 * A number that `readNip` takes and that is nobody's: its sequence, 990 to 999, lies beyond how many are appointed on one
 * day, and shows whoever reads it that the person is invented. A NI PPPK has 21 where a NIP has the month.
 */
export function inventNip({ kind, isWoman, used }: Whose, dice: Dice): string {
  for (;;) {
    const born = dice.whole(1970, 1997);
    const birth = `${born}${two(dice.whole(1, 12))}${two(dice.whole(1, 28))}`;
    const began = Math.min(born + dice.whole(23, 33), kind === 'pppk' ? 2024 : 2022);
    const start = `${began}${kind === 'pppk' ? '21' : two(dice.pick([1, 3, 4, 12]))}`;
    const nip = `${birth}${start}${isWoman ? 2 : 1}99${dice.whole(0, 9)}`;
    if (used.has(nip)) continue;
    used.add(nip);
    return nip;
  }
}
