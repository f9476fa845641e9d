import { dayOf } from '../bot/domain/sensitive.ts';
import type { Change, City, Session } from '../bot/ports.ts';
import { carryOutAward, isOfAward } from './carry-out-award.ts';
import type { Runner } from './prepared.ts';
import type { Seal } from './sealed.ts';
import { comeBack, goAway } from './stores/absence.ts';
import { giveCode, linkStaff, missCode, unlinkStaff } from './stores/activation.ts';
import { answerRights } from './stores/answer-rights.ts';
import { correctCertificate } from './stores/certificate/correct.ts';
import { judgeCertificate } from './stores/certificate/judge.ts';
import { sendCertificate } from './stores/certificate/send.ts';
import { changeContact } from './stores/change-contact.ts';
import { changeIdentity } from './stores/change-identity.ts';
import { answerCoaching } from './stores/coaching/answer.ts';
import { countWrongTry } from './stores/code-try.ts';
import { recordConsent } from './stores/consent.ts';
import { changeExercise } from './stores/exercise/change-exercise.ts';
import { fileSensitive } from './stores/file-sensitive.ts';
import { keepGroupCode, linkGroup, missGroupCode } from './stores/group.ts';
import { answerPerson, askPerson } from './stores/hand-over.ts';
import { askIdentity, judgeIdentity, openIdentity } from './stores/identity-opening.ts';
import { forgetMedia, wantMedia } from './stores/media.ts';
import { learn } from './stores/modules/learn-progress.ts';
import { repeatWrong } from './stores/modules/learn-repeat.ts';
import { answerRecalled, stopRecall } from './stores/modules/recall.ts';
import { answerUsed } from './stores/modules/used-at-work.ts';
import { writeNote } from './stores/note.ts';
import { answerSelfCheck } from './stores/paths/self-check.ts';
import { chooseChat, joinPerson, keepPairingCode, partChat } from './stores/person.ts';
import { missPin, rightPin, setPin } from './stores/pin.ts';
import { publish } from './stores/publication.ts';
import { rateService } from './stores/rate-service.ts';
import { addRatingWords, rateReport } from './stores/rating.ts';
import { snoozeReminders, touchReminder } from './stores/reminders.ts';
import { fileReport, followReport, sharePhone, unfollowReport } from './stores/report.ts';
import { askRights } from './stores/rights.ts';
import { takeStep } from './stores/step.ts';
import { tellChange } from './stores/survey-change.ts';
import { answerThread, leaveThread, openThread } from './stores/survey-thread.ts';
import { askInThread, closeThread } from './stores/survey-thread-officer.ts';
import { endWish, wishNews } from './stores/survey-wish.ts';
import { attend } from './stores/training/attend.ts';
import { closeCalendar, openCalendar } from './stores/training/calendar-feed.ts';
import { enrolOther } from './stores/training/enrol.ts';
import { finishTraining } from './stores/training/finish.ts';
import { sendKindWord } from './stores/training/kind-word.ts';
import { openAttendance } from './stores/training/open-attendance.ts';
import { register } from './stores/training/register.ts';
import { reviewTraining } from './stores/training/review.ts';
import { withdraw } from './stores/training/withdraw.ts';

/**
 * Carries out every effect a conversation asked for, inside the message's transaction and behind its claim: all of it is
 * written or nothing. The statements are sent one behind the other without waiting, so that they cost one round trip.
 */
export const carryOut = (
  tx: Runner,
  seal: Seal,
  city: () => City,
  session: Session,
  change: Change,
): Promise<unknown>[] => {
  const { contact } = session;
  const at = change.now;
  return change.effects.map((effect): Promise<unknown> => {
    if (isOfAward(effect)) return carryOutAward(tx, seal, city(), contact, effect, at);
    switch (effect.do) {
      case 'contact.locale':
      case 'contact.noticed':
      case 'contact.stop':
      case 'contact.resume':
      case 'contact.left':
      case 'contact.back':
        return changeContact(tx, contact.id, effect, at);
      case 'contact.identity':
        return changeIdentity(tx, seal, contact, effect);
      case 'media.want':
        return wantMedia(tx, seal, contact, effect);
      case 'media.forget':
        return forgetMedia(tx, contact.id, effect.ids);
      case 'report.file':
        if (effect.report.sensitive !== 'none')
          return fileSensitive(tx, seal, contact, effect, dayOf(at, city().agency.zone));
        return fileReport(tx, seal, contact, effect, change.key);
      case 'report.follow':
        return followReport(tx, contact.id, effect.ticket, at);
      case 'report.unfollow':
        return unfollowReport(tx, contact.id, effect.ticket);
      case 'report.step':
        return takeStep(tx, seal, city(), contact, effect, at);
      case 'report.rate':
        return rateReport(tx, seal, city(), contact, effect, at);
      case 'report.rate-words':
        return addRatingWords(tx, seal, city(), contact, effect);
      case 'skm.rate':
      case 'skm.quick':
        return rateService(tx, seal, city(), contact, effect, at);
      case 'survey.change':
        return tellChange(tx, city(), contact, effect, at);
      case 'survey.wish':
        return wishNews(tx, city(), contact, effect, at);
      case 'survey.unwish':
        return endWish(tx, contact, effect, at);
      case 'handover.ask':
        return askPerson(tx, seal, city(), contact, effect, at);
      case 'handover.answer':
        return answerPerson(tx, seal, city(), contact, effect, at);
      case 'survey-thread.open':
        return openThread(tx, seal, city(), contact, effect, at);
      case 'survey-thread.answer':
        return answerThread(tx, seal, city(), contact, effect, at);
      case 'survey-thread.ask':
        return askInThread(tx, seal, city(), contact, effect, at);
      case 'survey-thread.close':
        if (effect.by === 'citizen') return leaveThread(tx, seal, city(), contact, effect, at);
        return closeThread(tx, seal, city(), contact, effect, at);
      case 'training.attend':
        return attend(tx, seal, city(), contact, effect, at);
      case 'training.miss-code':
        return countWrongTry(tx, seal, contact.id, at);
      case 'attendance.open':
        return openAttendance(tx, seal, city(), contact, effect, at);
      case 'training.review':
        return reviewTraining(tx, contact, effect);
      case 'coaching.answer':
        return answerCoaching(tx, city(), contact, effect, at);
      case 'self-check.answer':
        return answerSelfCheck(tx, city(), contact, effect, at);
      case 'calendar.open':
        return openCalendar(tx, seal, city(), contact, effect.token, at);
      case 'calendar.close':
        return closeCalendar(tx, contact);
      case 'training.register':
        return register(tx, seal, city(), contact, effect, at);
      case 'training.withdraw':
        return withdraw(tx, seal, city(), contact, effect, at);
      case 'training.enrol':
        return enrolOther(tx, seal, city(), { by: contact.id, ...effect }, at);
      case 'kind-word.send':
        return sendKindWord(tx, seal, city(), contact, effect, at);
      case 'training.finish':
        return finishTraining(tx, city(), contact, effect, at);
      case 'certificate.send':
        return sendCertificate(tx, seal, city(), contact, effect, at);
      case 'certificate.correct':
        return correctCertificate(tx, seal, city(), contact, effect, at);
      case 'certificate.judge':
        return judgeCertificate(tx, seal, city(), contact, effect, at);
      case 'report.share-phone':
        return Promise.all([
          sharePhone(tx, seal, contact.id, effect),
          recordConsent(tx, contact.id, { purpose: 'phone', given: 'yes', version: 'call.ask' }, at),
        ]);
      case 'exercise.judge':
      case 'exercise.answer':
      case 'exercise.ask':
      case 'exercise.score':
        return changeExercise(tx, seal, city(), contact, effect, at);
      case 'recall.answer':
        return answerRecalled(tx, city(), contact, effect, at);
      case 'recall.stop':
        return stopRecall(tx, contact, effect);
      case 'training.used':
        return answerUsed(tx, contact, effect);
      case 'learn.step':
      case 'learn.answer':
      case 'learn.again':
      case 'learn.result':
        return learn(tx, city(), contact, effect, at);
      case 'learn.repeat':
        return repeatWrong(tx, city(), contact, effect);
      case 'reminder.snooze':
        return snoozeReminders(tx, city(), contact, effect, at);
      case 'reminder.touch':
        return touchReminder(tx, contact, effect, at);
      case 'staff.link':
        return linkStaff(tx, seal, contact, effect.code, at);
      case 'staff.miss-code':
        return missCode(tx, seal, contact.id, effect.code, at);
      case 'staff.give-code':
        return giveCode(tx, seal, contact.id, effect, at);
      case 'staff.unlink':
        return unlinkStaff(tx, contact.id, at);
      case 'report.publish':
        return publish(tx, seal, city(), contact, effect, at);
      case 'consent':
        return recordConsent(tx, contact.id, effect, at);
      case 'staff.away':
        return goAway(tx, seal, city(), contact, effect, at);
      case 'staff.back':
        return comeBack(tx, contact, at);
      case 'person.code':
        return keepPairingCode(tx, seal, contact, effect, at);
      case 'person.join':
        return joinPerson(tx, seal, contact, effect, at);
      case 'person.miss-code':
        return countWrongTry(tx, seal, contact.id, at);
      case 'person.choose':
        return chooseChat(tx, contact.id, at);
      case 'person.part':
        return partChat(tx, contact.id);
      case 'pin.set':
        return setPin(tx, seal, contact.id, effect);
      case 'pin.miss':
        return missPin(tx, seal, contact.id, at);
      case 'pin.right':
        return rightPin(tx, contact.id);
      case 'identity.ask':
        return askIdentity(tx, seal, city(), { contact, at }, effect);
      case 'identity.judge':
        return judgeIdentity(tx, seal, city(), { contact, at }, effect);
      case 'identity.open':
        return openIdentity(tx, seal, city(), { contact, at }, effect);
      case 'report.note':
        return writeNote(tx, seal, city(), contact, effect, at);
      case 'group.code':
        return keepGroupCode(tx, seal, { ...effect, now: at });
      case 'group.link':
        return linkGroup(tx, seal, contact, effect, at);
      case 'group.miss-code':
        return missGroupCode(tx, contact.id, at);
      case 'rights.see':
      case 'rights.ask':
      case 'rights.delete':
      case 'rights.withdraw':
        return askRights(tx, seal, contact, effect, at);
      case 'rights.answer':
        return answerRights(tx, seal, contact.id, effect, at);
      default:
        return effect satisfies never;
    }
  });
};
