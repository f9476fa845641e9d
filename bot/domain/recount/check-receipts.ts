import type { Bulletin } from '../ballot/bulletin.ts';
import type { Finding } from './finding.ts';
import { twice } from './twice.ts';

/** Whether each category has as many receipts as ballots, none twice, and those that people hold are among them. */
export function checkReceipts(bulletin: Bulletin, held: readonly string[]): Finding[] {
  const listed = new Set(bulletin.receipts.flatMap(({ hashes }) => hashes));
  const counts = bulletin.categories.flatMap(({ category }): Finding[] => {
    const hashes = bulletin.receipts.find((one) => one.category === category)?.hashes ?? [];
    const ballots = bulletin.ballots.filter((ballot) => ballot.category === category).length;
    return [
      ...(hashes.length === ballots
        ? []
        : [{ code: 'receipts' as const, category, receipts: hashes.length, ballots }]),
      ...twice(hashes).map((hash) => ({ code: 'receipt-twice' as const, category, hash })),
    ];
  });
  const missing = [...new Set(held)].filter((hash) => !listed.has(hash));
  return [...counts, ...missing.map((hash) => ({ code: 'receipt-missing' as const, hash }))];
}
