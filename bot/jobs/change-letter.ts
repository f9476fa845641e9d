import { say } from '../conversation/reply.ts';
import type { SurveyChange } from '../domain/skm/survey-change.ts';
import { changeText } from '../flows/change-text.ts';
import type { Letter } from '../ports.ts';

/** What somebody hears who asked to know what an office changes, with the way to hear no more of it. `wished`: the unit they asked about. */
export const changeLetter = (
  { unit, service, said, done }: Omit<SurveyChange, 'id' | 'on'>,
  wished: string,
): Letter => ({
  say: {
    text: changeText(service?.name ?? unit.name, { said, done }, say('survey-change.why')),
    choices: [{ id: `go:skm-unwish:${wished}`, label: say('button.unwish') }],
  },
  lane: 'bulk',
});
