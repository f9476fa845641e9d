import type { Finish } from '../../../conversation/form.ts';
import type { Moment } from '../../../conversation/moment.ts';
import { literal, type Reply, say, type Text } from '../../../conversation/reply.ts';
import { officeFor } from '../../../domain/agency.ts';
import { type FiledReport, fileReport, mayBePhoned } from '../../../domain/report.ts';
import { kindOf } from '../../../domain/report-kind.ts';
import { newTicket } from '../../../domain/ticket.ts';
import { notice, noticeVersion } from '../notice.ts';
import { type Ask, chosenCategory, placeWords, pointOf } from './answers.ts';
import { regionIn } from './place-questions.ts';

const receipt = (report: FiledReport, unit: string, mayCall: boolean, moment: Moment): Reply => {
  const said: Text = say('report.receipt', {
    ticket: report.ticket,
    unit: literal(unit),
    date: { date: report.firstAnswer.due },
  });
  return {
    text: moment.contact.noticed ? said : { join: [said, notice(moment)], by: '\n\n' },
    about: `report:${report.ticket}`,
    copy: { label: say('button.copy-ticket'), text: report.ticket },
    choices: [
      { id: `go:track:${report.ticket}`, label: say('button.see-report') },
      ...(mayCall ? [{ id: `go:call:${report.ticket}`, label: say('button.may-call') }] : []),
    ],
  };
};

/** Files the report with the office of its category and gives the receipt: number, office, day of the first answer. */
export const file = (ask: Ask): Finish => {
  const { answers, facts, moment } = ask;
  const { city, now } = moment;
  const category = chosenCategory(answers, moment);
  if (!category) throw new Error('a report without a category cannot be filed');
  const point = pointOf(answers.place);
  const words = placeWords(answers.place);
  const region = regionIn(ask);
  const { unit, waits } = officeFor(category, city.units, region?.code);
  const report = fileReport({
    ticket: newTicket(city.agency.prefix, moment.random),
    kind: kindOf(answers.detail ?? '', category),
    category,
    identity: answers.identity ?? 'biasa',
    mayPhone: Boolean(answers.phone),
    forwardAtOnce: !waits,
    deadlines: city.deadlines,
    calendar: city.calendar,
    zone: city.agency.zone,
    now,
  });
  return {
    say: [receipt(report, unit.name, mayBePhoned(category) && !answers.phone, moment)],
    effects: [
      {
        do: 'report.file',
        report,
        draft: {
          unit: unit.code,
          words: answers.detail ?? '',
          place: {
            ...(point && { point, outside: facts.where?.inside === false }),
            ...(words && { words }),
            ...(region && { region: region.code }),
          },
          photos: answers.photo ?? [],
          ...(answers.phone && { phone: answers.phone }),
        },
      },
      ...(moment.contact.noticed ? [] : [{ do: 'contact.noticed', version: noticeVersion } as const]),
    ],
  };
};
