import { registry } from '../registry.ts';
import { giveCode } from './asn/give-code.ts';
import { link } from './asn/link.ts';
import { profile } from './asn/profile.ts';
import { reminderOpen } from './asn/reminder-open.ts';
import { snooze } from './asn/snooze.ts';
import { unlink } from './asn/unlink.ts';
import { awardFlows } from './award-flows.ts';
import { add } from './citizen/add.ts';
import { allowPhoto } from './citizen/allow-photo.ts';
import { answerAsked } from './citizen/answer-asked.ts';
import { askCity } from './citizen/ask-city.ts';
import { call } from './citizen/call.ts';
import { channels, newsHere, unpair } from './citizen/channels.ts';
import { dontKnow } from './citizen/dont-know.ts';
import { follow, unfollow } from './citizen/follow.ts';
import { help } from './citizen/help.ts';
import { language } from './citizen/language.ts';
import { hello, menu } from './citizen/menu.ts';
import { newsWaiting } from './citizen/news-waiting.ts';
import { copyData } from './citizen/own-data/copy.ts';
import { correctData } from './citizen/own-data/correct.ts';
import { deleteData } from './citizen/own-data/delete.ts';
import { ownData } from './citizen/own-data/own-data.ts';
import { rightsAnswer } from './citizen/own-data/rights-answer.ts';
import { seeData } from './citizen/own-data/see.ts';
import { withdrawData } from './citizen/own-data/withdraw.ts';
import { pair, pairCode } from './citizen/pair.ts';
import { person } from './citizen/person.ts';
import { pin } from './citizen/pin.ts';
import { rate, rateWords } from './citizen/rate.ts';
import { report } from './citizen/report/index.ts';
import { service } from './citizen/service.ts';
import { services } from './citizen/services.ts';
import { solved } from './citizen/solved.ts';
import { start } from './citizen/start.ts';
import { news, stop } from './citizen/stop.ts';
import { quick } from './citizen/survey/quick.ts';
import { rateService } from './citizen/survey/rate-service.ts';
import { declined, survey } from './citizen/survey/survey.ts';
import { endThread } from './citizen/survey-thread/enough.ts';
import { openThread } from './citizen/survey-thread/open.ts';
import { replyToThread } from './citizen/survey-thread/reply.ts';
import { unwish, wish } from './citizen/survey-wish.ts';
import { track } from './citizen/track.ts';
import { unsolved } from './citizen/unsolved.ts';
import { judgeIdentity } from './inspector/judge-identity.ts';
import { askIdentity } from './inspector/open-identity.ts';
import { seeIdentity } from './inspector/see-identity.ts';
import { trail } from './inspector/trail.ts';
import { learningFlows } from './learning-flows.ts';
import { accept, again, verify } from './officer/accept.ts';
import { answer } from './officer/answer.ts';
import { archive } from './officer/archive.ts';
import { ask } from './officer/ask.ts';
import { caseView } from './officer/case.ts';
import { finish } from './officer/finish.ts';
import { forward } from './officer/forward.ts';
import { handoverAnswer } from './officer/handover-answer.ts';
import { leave } from './officer/leave.ts';
import { linkGroup } from './officer/link-group.ts';
import { merge } from './officer/merge.ts';
import { newDate } from './officer/new-date.ts';
import { notOurs } from './officer/not-ours.ts';
import { note } from './officer/note.ts';
import { practice } from './officer/practice.ts';
import { publish } from './officer/publish.ts';
import { giveBack } from './officer/return.ts';
import { change } from './officer/survey-change.ts';
import { askRater } from './officer/survey-thread/ask.ts';
import { closeThread } from './officer/survey-thread/done.ts';
import { tickets } from './officer/tickets.ts';

/** Every conversation of the hall, and the command or word that opens it. */
export const flows = registry([
  { form: start, command: 'start' },
  { form: hello },
  { form: menu, command: 'menu', word: 'menu' },
  { form: report, command: 'lapor', word: 'report', menu: 'citizen' },
  { form: track, command: 'cek', word: 'status', says: ['cek', 'l'], menu: 'citizen' },
  { form: rateService, command: 'nilai', word: 'rate-service', says: ['nilai', 'u'], menu: 'citizen' },
  { form: survey },
  { form: quick },
  { form: declined },
  { form: services, command: 'layanan', word: 'services', menu: 'citizen' },
  { form: service },
  { form: askCity, command: 'tanya', word: 'ask', menu: 'citizen' },
  { form: follow },
  { form: unfollow },
  { form: add },
  { form: answerAsked },
  { form: dontKnow },
  { form: solved },
  { form: unsolved },
  { form: rate },
  { form: rateWords },
  { form: handoverAnswer },
  { form: openThread },
  { form: replyToThread },
  { form: endThread },
  { form: askRater },
  { form: closeThread },
  { form: call },
  { form: allowPhoto },
  { form: language, command: 'bahasa', word: 'language', menu: 'citizen' },
  { form: help, command: 'bantuan', word: 'help', menu: 'citizen' },
  { form: person, word: 'person' },
  { form: stop, command: 'berhenti', word: 'stop', menu: 'citizen' },
  { form: news },
  { form: wish },
  { form: unwish },
  { form: newsWaiting },
  { form: ownData, command: 'datasaya', word: 'own-data', menu: 'citizen' },
  { form: seeData },
  { form: copyData },
  { form: correctData, word: 'fix-data' },
  { form: deleteData, word: 'delete-data' },
  { form: withdrawData, word: 'withdraw' },
  { form: rightsAnswer },
  { form: channels, command: 'kanal', word: 'channels' },
  { form: pairCode },
  { form: pair, command: 'sambung', says: ['sambung'] },
  { form: newsHere },
  { form: unpair },
  { form: link, command: 'masuk', says: ['masuk'] },
  { form: profile, command: 'profil' },
  { form: unlink },
  { form: snooze },
  { form: reminderOpen },
  { form: giveCode, command: 'kode' },
  { form: pin, command: 'pin' },
  { form: trail, command: 'jejak' },
  { form: askIdentity },
  { form: judgeIdentity },
  { form: seeIdentity },
  { form: caseView },
  { form: accept },
  { form: again },
  { form: verify },
  { form: answer, command: 'balas' },
  { form: publish },
  { form: practice, command: 'latihan' },
  { form: leave, command: 'cuti' },
  { form: tickets, command: 'tiket' },
  { form: note },
  { form: merge },
  { form: archive },
  { form: notOurs },
  { form: forward },
  { form: giveBack },
  { form: newDate },
  { form: finish },
  { form: ask },
  { form: linkGroup, command: 'hubungkan' },
  { form: change, command: 'perubahan' },
  ...learningFlows,
  ...awardFlows,
]);
