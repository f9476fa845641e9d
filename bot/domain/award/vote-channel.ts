/** Where raw messages are stored before anybody reads them no ballot is offered or taken (`reliability.md` section 4). */
export const takesBallots = (channel: string): boolean => channel !== 'whatsapp-linked';

/** Whether the message that named the choice goes away by itself, because the next answer is written over it. */
export const overwrites = (channel: string): boolean => channel === 'telegram';
