import type { Moment } from '../../conversation/moment.ts';
import { literal, type Reply, say } from '../../conversation/reply.ts';
import { officeHours } from './office-hours.ts';

/** Where and when an officer can be reached without the chat. */
export const elsewhere = (moment: Moment): Reply => {
  const { contact } = moment.city.agency.settings;
  return {
    text: say('person', {
      agency: literal(moment.city.agency.name),
      phone: literal(contact.phone),
      address: literal(contact.address),
      hours: officeHours(moment),
    }),
  };
};
