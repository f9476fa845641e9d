export { manualClock } from '../../emulator/clock.ts';
export { serveEmulator } from '../../emulator/serve.ts';
export type { ChatEvent, Person } from './chat.ts';
export type { GraphOptions } from './emulator-options.ts';
export { createGraphEmulator, type GraphEmulator } from './graph-emulator.ts';
export { readMessage } from './messages/read-message.ts';
export type { Phone } from './phone.ts';
export type { Shown } from './shown.ts';
export type { CallRecord } from './world.ts';
