import type { Finish } from '../../../conversation/form.ts';
import type { Moment } from '../../../conversation/moment.ts';
import { literal, say, type Text } from '../../../conversation/reply.ts';
import type { Answers } from '../../../domain/skm/elements.ts';
import { performances } from '../../../domain/skm/grade.ts';
import { isLowScore } from '../../../domain/skm/low-score.ts';
import { surveyPeriod } from '../../../domain/skm/survey-period.ts';
import { surveyOf } from '../../../domain/skm/survey-settings.ts';
import type { Ratable, SurveyFigure } from '../../../reads.ts';
import { periodText } from '../../period-text.ts';
import { menuDoor } from './rated.ts';

/** How the service stands, as everybody may know it; it does not move with this form. */
const figureText = (figure: SurveyFigure | null | undefined): Text =>
  figure
    ? say('skm.figure', {
        date: { date: figure.on },
        value: literal(figure.ikm.replace('.', ',')),
        grade: say(`skm.performance.${performances[figure.grade]}`),
        count: figure.respondents,
      })
    : say('skm.no-figure');

/** What is said when a form was sent: to whom the service failed, whether somebody may ask; to others, how they hear what was changed. */
export const thanks = (
  answers: Answers,
  { code, ends }: Ratable,
  figure: SurveyFigure | null | undefined,
  { city }: Moment,
): Pick<Finish, 'say' | 'rests'> => {
  const { period } = surveyOf(city.agency.settings);
  const counted = [say('skm.thanks', { period: periodText(surveyPeriod(ends, period)) }), figureText(figure)];
  if (!isLowScore(answers)) {
    const wish = { id: `go:skm-wish:${code}`, label: say('button.keep-told') };
    return { say: [{ text: { join: [...counted, say('skm.wish')], by: '\n' }, choices: [wish, menuDoor] }] };
  }
  return {
    say: [
      { text: { join: counted, by: '\n' } },
      {
        text: say('skm.low'),
        choices: [
          { id: `go:skm-open:${code}`, label: say('button.skm-tell') },
          { id: 'go:skm-no', label: say('button.no-need') },
        ],
      },
    ],
    rests: true,
  };
};
