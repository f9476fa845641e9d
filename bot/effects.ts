import type { MediaKind } from './conversation/inbound.ts';
import type { Reply } from './conversation/reply.ts';
import type { AwardCategory } from './domain/award/award-category.ts';
import type { CoreValue } from './domain/award/berakhlak.ts';
import type { InnovationMarks } from './domain/award/innovation.ts';
import type { Consent, Verdict } from './domain/award/nominee-state.ts';
import type { Ballot, HashHex } from './domain/ballot/bulletin.ts';
import type { Comer, Wanted } from './domain/case.ts';
import type { CoachingAnswer } from './domain/coaching/coaching-answer.ts';
import type { UsedAnswer } from './domain/coaching/used-at-work.ts';
import type { ExerciseAnswer, ExerciseVerdict } from './domain/exercise/exercise-reads.ts';
import type { Marks } from './domain/exercise/rubric.ts';
import type { Repetition } from './domain/modules/repetition.ts';
import type { SelfCheck } from './domain/paths/self-check.ts';
import type { RelayRisk } from './domain/relay-warning.ts';
import type { Snooze } from './domain/reminding/snooze.ts';
import type { FiledReport } from './domain/report.ts';
import type { Answer as SkmAnswer } from './domain/skm/elements.ts';
import type { SurveyForm } from './domain/skm/survey-form.ts';
import type { CertificateAction } from './domain/training/certificate-status.ts';
import type { SentCertificate } from './domain/training/certificate-view.ts';
import type { TrainingReview } from './domain/training/training-review.ts';

/** Every change a conversation may ask for. The compiler points from a new arm to the place that carries it out (`db/unit.ts`). */
export type Effect =
  | { do: 'contact.locale'; locale: string }
  | { do: 'contact.noticed'; version: string }
  | { do: 'contact.stop' }
  | { do: 'contact.resume' }
  | { do: 'consent'; purpose: string; given: 'yes' | 'no' | 'withdrawn'; version: string }
  | { do: 'contact.left' }
  | { do: 'contact.back' }
  /** The platform says that who was known by some ids is known by others now. */
  | { do: 'contact.identity'; was: readonly string[]; now: readonly string[] }
  | { do: 'media.want'; id: string; kind: MediaKind; file: string; bytes?: number }
  | { do: 'media.forget'; ids: readonly string[] }
  | { do: 'report.file'; report: FiledReport; draft: ReportDraft }
  | { do: 'report.follow'; ticket: string }
  | { do: 'report.unfollow'; ticket: string }
  | {
      do: 'report.step';
      ticket: string;
      /** Whether the person comes as a citizen or as an employee; one step is never both. */
      as: Comer['as'];
      /** One after the other, told of as the last: *Balas* on a report nobody took takes it first. */
      steps: readonly Wanted[];
      photos?: readonly string[];
    }
  /** How it was handled, 1 to 4; dropped where the person may not rate or has done so. */
  | { do: 'report.rate'; ticket: string; score: number }
  | { do: 'report.rate-words'; ticket: string; words: string }
  /** The official survey of a service that was used, or its one question; once a survey period each. */
  | { do: 'skm.rate'; service: string; form: SurveyForm }
  | { do: 'skm.quick'; service: string; score: SkmAnswer }
  /** What an office changed since people said so; `service`: null for the whole office. Dropped of whoever may not tell. */
  | { do: 'survey.change'; unit: string; service: string | null; said: string; done: string }
  /** To hear what the office of a service changes, or no longer what one changes (without a unit, any). */
  | { do: 'survey.wish'; service: string }
  | { do: 'survey.unwish'; unit: string | null; version: string }
  /** A question to the officers on duty under its number (`B-7K4PQ2`); `due`: the local day by whose end it is answered. */
  | { do: 'handover.ask'; number: string; words: string; locale: string; due: string }
  /** The first answer counts; `risks`: what of it a swindler would ask for. */
  | { do: 'handover.answer'; number: string; words: string; risks: readonly RelayRisk[] }
  /** Somebody who rated a service low may be asked further, under a number (`N-7K4PQ2`); no score and no answer goes with it. */
  | { do: 'survey-thread.open'; number: string; service: string; locale: string }
  /** The first officer who asks takes it; `risks`: as of `handover.answer`. */
  | { do: 'survey-thread.ask'; number: string; words: string; risks: readonly RelayRisk[] }
  | { do: 'survey-thread.answer'; number: string; words: string }
  | { do: 'survey-thread.close'; number: string; by: 'citizen' | 'officer' }
  /** To take part in a training, or wait for a seat, as they were told it comes to; to leave it; to be done with it. */
  | { do: 'training.register'; training: string; expects: 'registered' | 'waiting' }
  | { do: 'training.withdraw'; training: string }
  | { do: 'training.finish'; training: string }
  /** A colleague takes part, as the asker was told it comes to. Begun anew where it comes to something else. */
  | { do: 'training.enrol'; employee: number; training: string; expects: 'registered' | 'waiting' }
  /** A kind word to a colleague about one of their open items (its key); dropped where they had one lately. */
  | { do: 'kind-word.send'; employee: number; item: string }
  /** A certificate with a photo of it, to be looked at. */
  | { do: 'certificate.send'; certificate: SentCertificate; photo: string }
  /** What its owner corrected; `version`: of what they saw. Without a photo the old one stays. */
  | { do: 'certificate.correct'; id: number; version: string; certificate: SentCertificate; photo?: string }
  | {
      do: 'certificate.judge';
      id: number;
      version: string;
      action: Exclude<CertificateAction, 'correct'>;
      reason?: string;
    }
  | { do: 'report.share-phone'; ticket: string; phone: string }
  /** Whoever types the code of a room is there; `joins`: they had no seat and want one. Dropped where there is none left. */
  | { do: 'training.attend'; code: string; joins: boolean }
  | { do: 'training.miss-code' }
  /** A code that lets people in on one local day, beside those shown before. */
  | { do: 'attendance.open'; training: string; day: string; code: string }
  /** A sealed ballot; `id` a random UUID, `receipt` the hash of the code that only the voter has. */
  | { do: 'award.cast'; cycle: number; category: AwardCategory; id: string; ballot: Ballot; receipt: HashHex }
  /** A colleague named for the award, for one of the core values, with a story; decided again where it cannot be taken. */
  | { do: 'award.nominate'; nominee: number; category: AwardCategory; value: CoreValue; story: string }
  /** What a nominee says to it, and in their own words what is new in their work. */
  | { do: 'award.consent'; nominee: number; consent: Consent; innovation?: string }
  /** A nominee says that the record is right. */
  | { do: 'award.saw-record'; nominee: number }
  /** A head of office gives a nominee on to the committee. */
  | { do: 'award.forward'; nominee: number; reason: string }
  /** An objection under its number (`S-7K4PQ2`): of a nominee to the own record, else to the provisional result. */
  | { do: 'award.object'; number: string; nominee: number | null; words: string }
  /** What a reviewer writes to it; the first answer counts. */
  | { do: 'award.answer-objection'; number: string; outcome: 'upheld' | 'dismissed'; words: string }
  /** Whether a winner's story may be told with the name. */
  | { do: 'award.story-consent'; nominee: number; yes: boolean }
  /** A member of the committee looks at a candidate for the first time: the figures beside it stay as they were shown. */
  | { do: 'award.evidence'; nominee: number }
  /** What the committee says of a candidate as it stood at `version`; `words`: what it asks, or why it refuses. */
  | { do: 'award.verdict'; nominee: number; verdict: Verdict; version: string; words?: string }
  /** The nominee's answer to the committee's question. */
  | { do: 'award.reply'; nominee: number; words: string }
  /** A member's points for a candidate's innovation; the last ones count. */
  | { do: 'award.mark'; nominee: number; marks: InnovationMarks }
  /** Four answers about a training; nobody's, once they are kept. */
  | { do: 'training.review'; training: string; answers: TrainingReview }
  /** What the head of an office says to what was proposed to it. */
  | { do: 'coaching.answer'; proposal: number; answer: CoachingAnswer }
  /** The ten answers of the yearly self-check, instead of those of the same year before. */
  | { do: 'self-check.answer'; answers: SelfCheck }
  /** The one address of an employee's private calendar from now on; or none. */
  | { do: 'calendar.open'; token: string }
  | { do: 'calendar.close' }
  /** A card or a case of a module is over; `certificate`: a fresh number, where that was the end of it and it is passed. */
  | { do: 'learn.step'; module: string; step: string; certificate: string | null }
  /** The first answer (a place from 0 of so many `choices`) to a question in an attempt counts. */
  | {
      do: 'learn.answer';
      module: string;
      question: string;
      choice: number;
      choices: number;
      attempt: number;
      certificate: string | null;
    }
  /** A module was passed without another step, as it was changed meanwhile. */
  | { do: 'learn.result'; module: string; certificate: string }
  /** Attempt `attempt` is put aside, and the questions or all of the module begin again. */
  | { do: 'learn.again'; module: string; from: 'questions' | 'start'; attempt: number }
  /** What was answered wrongly comes back. */
  | { do: 'learn.repeat'; module: string }
  /** What an officer says to an exercise made from a solved report; the first one counts. */
  | { do: 'exercise.judge'; exercise: number; verdict: ExerciseVerdict }
  /** How somebody would answer it, once; a colleague may score it, and the first one's marks count. */
  | ({ do: 'exercise.answer' } & ExerciseAnswer)
  | { do: 'exercise.ask'; exercise: number }
  | { do: 'exercise.score'; answer: number; marks: Marks }
  /** A question that came back was answered, as it was asked; and what of a module comes back no more. */
  | { do: 'recall.answer'; module: string; repetition: Repetition; right: boolean }
  | { do: 'recall.stop'; module: string }
  /** Whether a training is used at work; nobody's answer, once it is kept. */
  | { do: 'training.used'; training: string; answer: UsedAnswer }
  /** Everything that the newest reminder spoke of comes back then. */
  | { do: 'reminder.snooze'; until: Snooze }
  /** A tap on what a reminder spoke of, as its items are named without their deadline (`complete:PP-01`). */
  | { do: 'reminder.touch'; named: string }
  | { do: 'staff.link'; code: string }
  | { do: 'staff.miss-code'; code: string }
  | { do: 'staff.unlink' }
  /** What everybody may read and see of a report from now on; no words and no photos: nothing. */
  | { do: 'report.publish'; ticket: string; words: string | null; photos: readonly string[] }
  /** Away from one local day up to and including another; `standIn` is an employee. */
  | { do: 'staff.away'; from: string; until: string; standIn?: number }
  | { do: 'staff.back' }
  | { do: 'staff.give-code'; nip: string; code: string }
  /** The one live code by which another chat shows that it is this person's too. */
  | { do: 'person.code'; code: string }
  /** This chat and the one that asked for the code are one person's; `notice` goes there. */
  | { do: 'person.join'; code: string; notice: Reply }
  | { do: 'person.miss-code' }
  /** News goes to this chat. */
  | { do: 'person.choose' }
  | { do: 'person.part' }
  /** A PIN for this contact's sensitive threads; `old` where one is set already. */
  | { do: 'pin.set'; pin: string; old?: string }
  | { do: 'pin.miss' }
  | { do: 'pin.right' }
  /** `notice` goes to the others who handle the report. */
  | { do: 'identity.ask'; ticket: string; reason: string; notice: Reply }
  /** `notice` goes to who asked. */
  | { do: 'identity.judge'; ticket: string; agree: boolean; notice: Reply }
  | { do: 'identity.open'; ticket: string }
  /** A note among staff; dropped where the chat's employee may write none. */
  | { do: 'report.note'; ticket: string; words: string }
  /** The one live code of an office's group. */
  | { do: 'group.code'; unit: string; code: string }
  | { do: 'group.link'; unit: string; code: string; chat: string; topics: boolean }
  | { do: 'group.miss-code' }
  /** What a person asks about their own data, each under its number (`D-7K4PQ2`); all but `ask` is done at once. */
  | { do: 'rights.see'; number: string; answer: string }
  | { do: 'rights.ask'; number: string; words: string }
  /** Everything of theirs, or the one report named. */
  | { do: 'rights.delete'; number: string; ticket?: string }
  | { do: 'rights.withdraw'; number: string; purposes: readonly string[]; version: string }
  /** What the named officer answers. */
  | { do: 'rights.answer'; number: string; outcome: 'done' | 'refused'; words: string };

/** The part of a new report that is a person's own: kept apart, and sealed where the report is *Tertutup*. */
export type ReportDraft = {
  unit: string;
  words: string;
  place: { point?: { lat: number; lon: number }; words?: string; region?: string; outside?: boolean };
  photos: readonly string[];
  phone?: string;
  /** Of a sensitive report: the office complained about. */
  concerns?: string;
};
