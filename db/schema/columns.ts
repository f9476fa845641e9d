import { customType, timestamp } from 'drizzle-orm/pg-core';

/** Raw bytes: keyed hashes, and what `sealed.ts` has encrypted. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });

/** An instant. */
export const instant = (name?: string) => timestamp(name ?? '', { withTimezone: true, mode: 'date' });
