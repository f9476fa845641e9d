import type { Templates } from './templates.ts';

/** The approved templates as Meta lists them. https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-account/template-api */
export const showTemplates = (templates: Templates): object => ({
  data: templates.list().map(({ name, language, category, body, buttons = [], status = 'approved' }) => ({
    name,
    language,
    parameter_format: 'NAMED',
    category: category.toUpperCase(),
    status: status.toUpperCase(),
    components: [
      { type: 'BODY', text: body },
      ...(buttons.length > 0
        ? [
            {
              type: 'BUTTONS',
              buttons: buttons.map((button) => ({ ...button, type: button.type.toUpperCase() })),
            },
          ]
        : []),
    ],
  })),
  paging: {},
});
