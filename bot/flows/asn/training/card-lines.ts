import { literal, say, type Text } from '../../../conversation/reply.ts';
import type { LocalDate } from '../../../domain/local-date.ts';
import { jpWords, shortTitle } from '../../../domain/training/short-title.ts';
import type { TrainingCard } from '../../../domain/training/training-card.ts';
import { dayText, trainingDays } from './training-days.ts';

/** Who holds it and, where that is somebody else, who pays. */
export const payerText = ({ provider, sponsor }: Pick<TrainingCard, 'provider' | 'sponsor'>): Text =>
  sponsor === null
    ? literal(shortTitle(provider, 60))
    : say('training.payer', {
        provider: literal(shortTitle(provider, 60)),
        sponsor: literal(shortTitle(sponsor, 60)),
      });

/** What it is worth, as printed; some are worth no hours. */
export const formLine = ({ form, jp }: Pick<TrainingCard, 'form' | 'jp'>): Text => {
  const name = say(`training.form.${form}`);
  return jp > 0 ? say('training.form-jp', { form: name, jp: jpWords(jp) }) : name;
};

/** How much room there is; nothing where there is room for everybody. */
export const seatsText = ({ left, waiting }: Pick<TrainingCard, 'left' | 'waiting'>): Text[] => {
  if (left === null) return [];
  if (left > 0) return [say('training.seats', { count: left })];
  return [waiting > 0 ? say('training.full-waiting', { count: waiting }) : say('training.full')];
};

const standingLine = (card: TrainingCard, today: LocalDate): Text[] => {
  const { standing, nth, due, byOffice } = card;
  const office = byOffice ? [say('training.by-office')] : [];
  switch (standing) {
    case 'waiting':
      return card.over
        ? [say('training.wait-over')]
        : [say('training.you-wait', { nth: nth ?? 1 }), ...office];
    case 'registered':
      return [
        due === null
          ? say('training.you-are-in')
          : say('training.you-are-in-until', { date: dayText(due, today) }),
        ...office,
      ];
    case 'finished':
      return [say('training.you-finished')];
    case 'checking':
      return [say('training.you-sent')];
    case 'certified':
      return [say('training.you-have')];
    case 'none':
      return card.closed ? [say('training.closed')] : [];
    default:
      return standing satisfies never;
  }
};

const registerLine = (card: TrainingCard, today: LocalDate): Text[] => {
  if (card.standing !== 'none' || card.closed) return [];
  const seats = seatsText(card);
  return card.ends === null
    ? seats
    : [{ join: [say('training.register-by', { date: dayText(card.ends, today) }), ...seats], by: ' ' }];
};

/** A training as its card tells it: what, who pays, when, where, whose duty, and where the reader stands. */
export const cardLines = (card: TrainingCard, today: LocalDate, publicUrl: string): Text => {
  const { code, title, place, url, owedBy, clash } = card;
  const about = [
    say('training.title', { title: literal(shortTitle(title, 120)) }),
    formLine(card),
    payerText(card),
    trainingDays(card, today),
    ...(place === null ? [] : [literal(shortTitle(place, 80))]),
    ...registerLine(card, today),
  ];
  const mine = [
    ...(owedBy === null ? [] : [say(`training.owed.${owedBy}`)]),
    ...standingLine(card, today),
    ...(clash === null ? [] : [say('training.clash', { title: literal(shortTitle(clash)) })]),
  ];
  const links = [
    ...(url === null ? [] : [say('training.page', { link: literal(url) })]),
    ...(card.startsOn === null
      ? []
      : [say('training.calendar', { link: literal(`${publicUrl}/pelatihan/${code}.ics`) })]),
  ];
  return {
    join: [about, mine, links]
      .filter((part) => part.length > 0)
      .map((part): Text => ({ join: part, by: '\n' })),
    by: '\n\n',
  };
};
