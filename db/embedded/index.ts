export { checkServer } from './check-server.ts';
export { claimOwnership } from './claim-ownership.ts';
export { discardEmbedded } from './discard.ts';
export { isDiskFull } from './disk-full.ts';
export { DatabaseRefused } from './refused.ts';
export { type Embedded, type Start, startEmbedded } from './start-embedded.ts';
