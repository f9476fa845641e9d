export { type Clock, machineClock, manualClock } from '../../emulator/clock.ts';
