import type { KnownTrainingSetting } from './known-setting.ts';

const without = /^without:([a-z0-9_]+(?:,[a-z0-9_]+)*)$/;

/** The offices that a value leaves out, so that a code which nobody has is known to be wrong. */
export const officesWithout = (text: string): string[] => without.exec(text)?.[1]?.split(',') ?? [];

/** Whether offices get a case of the week in their groups. */
export const teamCaseSetting: KnownTrainingSetting = {
  name: 'training.team-case',
  allowed: 'on, off, or without:CODE,CODE for offices that want none',
  read: (text) => {
    if (text === 'on') return { teamCase: [] };
    if (text === 'off') return { teamCase: 'off' };
    const offices = officesWithout(text);
    return offices.length > 0 ? { teamCase: offices } : 'shape';
  },
  said: ({ teamCase }) => {
    if (teamCase === 'off') return 'off';
    return teamCase.length === 0 ? 'on' : `without:${teamCase.join(',')}`;
  },
  offices: officesWithout,
};
