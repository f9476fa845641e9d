import { fact } from '../../../conversation/form.ts';
import type { OwnData } from '../../../domain/own-data.ts';

/** What is held of whoever writes; looked up once a conversation. */
export const mine = fact<Record<never, never>, OwnData, true>({
  of: () => true,
  read: (reads) => reads.ownData(),
});
