import type { Entry } from '../registry.ts';
import { award } from './asn/award/award.ts';
import { forwardNominee } from './asn/award/forward.ts';
import { nominate } from './asn/award/nominate.ts';
import { nominee } from './asn/award/nominee.ts';
import { awardObject } from './asn/objection/object.ts';
import { storyConsent } from './asn/objection/story-consent.ts';
import { candidate } from './committee/candidate.ts';
import { candidateAsk } from './committee/candidate-ask.ts';
import { candidateMark } from './committee/candidate-mark.ts';
import { candidateRefuse } from './committee/candidate-refuse.ts';
import { committee } from './committee/committee.ts';
import { nomineeReply } from './committee/nominee-reply.ts';
import { answerObjection } from './committee-objection/answer-objection.ts';
import { vote } from './supervisor/vote.ts';
import { voteCast } from './supervisor/vote-cast.ts';
import { voteCategory } from './supervisor/vote-category.ts';
import { voteLook } from './supervisor/vote-look.ts';
import { voteWait } from './supervisor/vote-wait.ts';

/** Conversations of the award: to nominate and be named, to judge, to vote, to object. */
export const awardFlows: readonly Entry[] = [
  { form: award, command: 'penghargaan' },
  { form: nominate, command: 'usul' },
  { form: nominee },
  { form: forwardNominee },
  { form: committee, command: 'panitia' },
  { form: candidate },
  { form: candidateAsk },
  { form: candidateRefuse },
  { form: candidateMark },
  { form: nomineeReply },
  { form: vote, command: 'suara' },
  { form: voteCategory },
  { form: voteLook },
  { form: awardObject, command: 'sanggah' },
  { form: answerObjection },
  { form: storyConsent },
  { form: voteCast },
  { form: voteWait },
];
