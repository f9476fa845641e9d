import type { Finish } from '../../../conversation/form.ts';
import type { Moment } from '../../../conversation/moment.ts';
import { literal, type Reply, say } from '../../../conversation/reply.ts';
import type { Category } from '../../../domain/category.ts';
import { type FiledReport, fileReport } from '../../../domain/report.ts';
import { kindOf } from '../../../domain/report-kind.ts';
import { newTicket } from '../../../domain/ticket.ts';
import { notice, noticeVersion } from '../notice.ts';
import { type Ask, placeWords, pointOf } from './answers.ts';
import { concernsOf, readerOf } from './sensitive-questions.ts';
import { placeText, short } from './summary.ts';

/** Nothing in it tells what it is about; nothing is remembered of what it was about either. */
const receipt = (report: FiledReport, moment: Moment): Reply => {
  const said = say('sensitive.receipt', { ticket: report.ticket, date: { date: report.firstAnswer.due } });
  return {
    text: moment.contact.noticed ? said : { join: [said, notice(moment)], by: '\n\n' },
    copy: { label: say('button.copy-ticket'), text: report.ticket },
    choices: [
      { id: 'go:pin', label: say('button.pin') },
      { id: 'go:menu', label: say('button.menu') },
    ],
  };
};

/** A sensitive report as we understood it, before anything is sent. */
export const sensitiveSummary = (category: Category, ask: Ask): Reply => {
  const { answers } = ask;
  const photos = answers.photo?.length ?? 0;
  return {
    text: say('sensitive.review', {
      detail: answers.detail ? short(answers.detail) : say('report.only-photo'),
      category: literal(category.label),
      place: placeText(ask),
      photos: photos > 0 ? photos : say('report.no-photo'),
    }),
  };
};

/** Files a sensitive report with the office that may read it: always closed, always without name and number. */
export const fileSensitive = (category: Category, ask: Ask): Finish => {
  const { answers, moment } = ask;
  const { city, now } = moment;
  const unit = readerOf(category, ask);
  if (!unit) throw new Error('a sensitive report that no office may read cannot be filed');
  const concerns = concernsOf(category, ask);
  const point = pointOf(answers.place);
  const words = placeWords(answers.place);
  const report = fileReport({
    ticket: newTicket(city.agency.prefix, moment.random),
    kind: kindOf(answers.detail ?? '', category),
    category,
    identity: 'tertutup',
    deadlines: city.deadlines,
    calendar: city.calendar,
    zone: city.agency.zone,
    now,
  });
  return {
    say: [receipt(report, moment)],
    effects: [
      {
        do: 'report.file',
        report,
        draft: {
          unit: unit.code,
          words: answers.detail ?? '',
          place: { ...(point && { point }), ...(words && { words }) },
          photos: answers.photo ?? [],
          ...(concerns && { concerns }),
        },
      },
      ...(moment.contact.noticed ? [] : [{ do: 'contact.noticed', version: noticeVersion } as const]),
    ],
  };
};
