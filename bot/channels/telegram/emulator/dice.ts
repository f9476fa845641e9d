export { seededDice } from '../../emulator/dice.ts';
