import { say } from '../../../conversation/reply.ts';
import { serviceSearch } from '../service-search.ts';

/** `/nilai`: the service that was used, by the code that hangs at its counter, by words or by its office, opens its survey. */
export const rateService = serviceSearch({
  id: 'rate-service',
  ask: say('rate-service.ask'),
  unknown: 'rate-service.unknown',
  opens: (service) => ({ form: 'skm', answers: { service } }),
  fleeting: true,
});
