/** What an effect stands on has changed since it was decided: nothing is written, and the message is decided again. */
export class Overtaken extends Error {
  constructor() {
    super('overtaken');
  }
}
