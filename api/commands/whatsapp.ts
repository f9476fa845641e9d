import { defineCommand } from 'citty';
import { whatsappPairCommand } from './whatsapp-pair.ts';
import { whatsappResumeCommand } from './whatsapp-resume.ts';
import { whatsappStatusCommand } from './whatsapp-status.ts';
import { whatsappTemplatesCommand } from './whatsapp-templates.ts';

/** The office's WhatsApp: templates of the official number, and the linked device. */
export const whatsappCommand = defineCommand({
  meta: {
    name: 'whatsapp',
    description: 'Templates of the official number; link a device, see how it is doing, let it go on',
  },
  subCommands: {
    templates: whatsappTemplatesCommand,
    pair: whatsappPairCommand,
    status: whatsappStatusCommand,
    resume: whatsappResumeCommand,
  },
});
