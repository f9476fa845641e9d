import type { Moment } from '../../../conversation/moment.ts';
import { literal, type Reply, say } from '../../../conversation/reply.ts';
import { emergencyNumber } from '../../../domain/agency.ts';
import type { Danger } from '../../../domain/danger.ts';

/**
 * Bribery, misconduct and violence where the office that alone may read of them does not answer in chat yet: nothing of it
 * is kept, and the person is told who to turn to.
 */
export const refer = (sensitive: 'inspektorat' | 'restricted', { city }: Moment): Reply => {
  const { settings } = city.agency;
  const menu = [{ id: 'go:menu', label: say('button.menu') }];
  if (sensitive === 'restricted')
    return {
      text: say('refer.protection', {
        sapa: emergencyNumber(settings, 'sapa'),
        police: emergencyNumber(settings, 'polisi'),
        emergency: emergencyNumber(settings, 'darurat'),
      }),
      choices: menu,
    };
  return {
    text: say('refer.integrity', {
      inspectorate: literal(settings.inspektorat),
      phone: literal(settings.contact.phone),
      ombudsman: literal(`${settings.ombudsman.name} ${settings.ombudsman.phone}`),
    }),
    choices: menu,
  };
};

/** The emergency number first; the report may go on. */
export const dangerReply = (danger: Danger, { city }: Moment): Reply => {
  const { settings } = city.agency;
  const number = emergencyNumber(settings, 'darurat');
  const silent = settings.emergencyText;
  return {
    text:
      danger === 'violence'
        ? say('danger.violence', { number, sapa: emergencyNumber(settings, 'sapa') })
        : say(silent ? 'danger.emergency' : 'danger.emergency-voice', {
            number,
            ...(silent && { text: literal(silent.address) }),
          }),
    choices: [{ id: 'go-on', label: say('danger.go-on') }],
  };
};
