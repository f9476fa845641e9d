import { isRecord, listOf, literal, matching, object, optional, text } from '../check.ts';
import { limits } from '../limits.ts';
import { Refusal } from '../refusal.ts';

const parameterText = text(limits.templateBody, 132018);

const named = object({
  type: literal('text'),
  parameter_name: optional(matching(/^[a-z0-9_]+$/, 'parameter name')),
  text: (value, at) => {
    const words = parameterText(value, at);
    if (/[\n\r\t]| {4}/.test(words))
      throw new Refusal(
        132018,
        'Param text cannot have new-line/tab characters or more than 4 consecutive spaces',
      );
    return words;
  },
});

const index = matching(/^\d$/, 'button index');
const bodyPart = object({ type: literal('body', 'header'), parameters: listOf(named, 100) });
const replyPart = object({
  type: literal('button'),
  sub_type: literal('quick_reply'),
  index,
  parameters: listOf(object({ type: literal('payload'), payload: text(limits.payload) }), 1),
});
const linkPart = object({
  type: literal('button'),
  sub_type: literal('url'),
  index,
  parameters: listOf(object({ type: literal('text'), text: text(limits.url) }), 1),
});

/** A part of a template that the call fills: its words, or what a button says when it is tapped. */
const component = (value: unknown, at: string) => {
  const { type, sub_type } = isRecord(value) ? value : {};
  if (type !== 'button') return bodyPart(value, at);
  return sub_type === 'url' ? linkPart(value, at) : replyPart(value, at);
};

export type Component = ReturnType<typeof component>;

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/overview */
export const template = object({
  name: matching(/^[a-z0-9_]{1,512}$/, 'template name'),
  language: object({ code: text(16), policy: optional(literal('deterministic')) }),
  components: optional(listOf(component, 20)),
});

export type TemplateCall = ReturnType<typeof template>;
