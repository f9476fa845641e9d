import { randomBytes } from 'node:crypto';

/** 32 random characters of A-Z a-z 0-9 _ -. */
export const randomToken = (): string => randomBytes(24).toString('base64url');
