import { say } from '../../conversation/reply.ts';
import { serviceSearch } from './service-search.ts';

/** `/layanan`: the service that was found is told by its six components. */
export const services = serviceSearch({
  id: 'services',
  ask: say('services.ask'),
  opens: (code) => ({ form: 'service', answers: { code } }),
});
