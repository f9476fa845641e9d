/**
 * Errors of the Cloud API by code: HTTP status and title.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes
 */
export const graphErrors = {
  0: { status: 401, title: 'AuthException' },
  1: { status: 400, title: 'API Unknown' },
  2: { status: 503, title: 'API Service' },
  3: { status: 500, title: 'API Method' },
  4: { status: 400, title: 'API Too Many Calls' },
  10: { status: 403, title: 'Application does not have permission for this action' },
  33: { status: 400, title: 'Object does not exist' },
  100: { status: 400, title: 'Invalid parameter' },
  190: { status: 401, title: 'Invalid OAuth access token - Cannot parse access token' },
  368: { status: 403, title: 'Temporarily blocked for policies violations' },
  80007: { status: 400, title: 'Rate limit issues' },
  130429: { status: 400, title: 'Rate limit hit' },
  131000: { status: 500, title: 'Something went wrong' },
  131005: { status: 403, title: 'Access denied' },
  131009: { status: 400, title: 'Parameter value is not valid' },
  131016: { status: 503, title: 'Service unavailable' },
  131026: { status: 400, title: 'Message undeliverable' },
  131031: { status: 403, title: 'Account has been locked' },
  131042: { status: 400, title: 'Business eligibility payment issue' },
  131047: { status: 400, title: 'Re-engagement message' },
  131048: { status: 400, title: 'Spam rate limit hit' },
  131049: { status: 400, title: 'Meta chose not to deliver' },
  131050: { status: 400, title: 'User has stopped marketing messages' },
  131051: { status: 400, title: 'Unsupported message type' },
  131053: { status: 400, title: 'Media upload error' },
  131056: { status: 400, title: '(Business Account, Consumer Account) pair rate limit hit' },
  131057: { status: 500, title: 'Account in maintenance mode' },
  131062: { status: 400, title: 'Business-scoped User ID recipients are not supported for this message' },
  132000: { status: 400, title: 'Number of parameters does not match the expected number of params' },
  132001: { status: 404, title: 'Template name does not exist in the translation' },
  132005: { status: 400, title: 'Translated text too long' },
  132012: { status: 400, title: 'Parameter format does not match format in the created template' },
  132015: { status: 400, title: 'Template is paused' },
  132016: { status: 400, title: 'Template is disabled' },
  132018: { status: 400, title: "There's an issue with the parameters in your template" },
  133010: { status: 400, title: 'Phone number not registered' },
  133016: { status: 400, title: 'Account register deregister rate limit exceeded' },
} as const;

export type ErrorCode = keyof typeof graphErrors;

/** A call that Meta declines; thrown by checks, answered as an envelope. `details` says what to mend. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly details: string;
  constructor(code: ErrorCode, details: string) {
    super(graphErrors[code].title);
    this.code = code;
    this.details = details;
  }
}

const bare: readonly ErrorCode[] = [4, 10, 190];

/** The body of a refused call; errors of the Graph API itself carry no details, and 33 is its word for nothing there. */
export function envelopeOf({ code, message, details }: Refusal, trace: string): object {
  const traced = { fbtrace_id: trace };
  if (code === 33)
    return {
      error: { message: details, type: 'GraphMethodException', code: 100, error_subcode: 33, ...traced },
    };
  const shown = code === 190 ? message : `(#${code}) ${message}`;
  const data = bare.includes(code) ? {} : { error_data: { messaging_product: 'whatsapp', details } };
  return { error: { message: shown, type: 'OAuthException', code, ...data, ...traced } };
}

/** The same refusal where it comes late, in a status. */
export const lateError = ({ code, message, details }: Refusal): object => ({
  code,
  title: message,
  message,
  error_data: { details },
  href: 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/',
});
