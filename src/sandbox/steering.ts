import * as z from 'zod/mini';
import { dumpState } from './dump';
import type { State } from './dump';
import { faultsSchema } from './faults';
import type { FaultInput } from './faults';
import { checked } from './seed';
import { resetSite, withoutSecrets } from './site';
import type { SeenRequest, Site } from './site';
import { personByEmail } from './state';
import { switchesSchema } from './switches';
import type { Switches } from './switches';

/** How tests and demos look at a site and steer it. */
export interface Steering {
  state(): State;
  /** What was asked so far, oldest first. */
  requests(): readonly SeenRequest[];
  forgetRequests(): void;
  switches(): Switches;
  /** Sets some switches; the others stay. @throws Error when one is unknown or has no such position. */
  setSwitches(changes: Partial<Switches>): void;
  /** Adds faults. @throws Error when one is not right. */
  addFaults(faults: readonly FaultInput[]): void;
  clearFaults(): void;
  /** The invited person accepts. @throws Error when nobody of this address is waiting. */
  accept(email: string): void;
  /** Back to the seed. */
  reset(): void;
}

export function steer(site: Site): Steering {
  return {
    state: () => withoutSecrets(site.seed, dumpState(site.world)),
    requests: () => [...site.requests],
    forgetRequests: () => {
      site.requests = [];
    },
    switches: () => site.world.switches,
    setSwitches: (changes) => {
      const positions = checked(z.record(z.string(), z.unknown()), changes, 'The switches');
      site.world.switches = checked(
        switchesSchema,
        { ...site.world.switches, ...positions },
        'The switches',
      );
    },
    addFaults: (faults) => {
      site.faults.push(...checked(faultsSchema, faults, 'The faults'));
    },
    clearFaults: () => {
      site.faults = [];
    },
    accept: (email) => {
      const person = personByEmail(site.world, email);
      if (person?.state !== 'invited') throw new Error(`No invitation is waiting for ${email}.`);
      person.state = 'active';
    },
    reset: () => {
      resetSite(site);
    },
  };
}

const acceptance = z.strictObject({ email: z.string() });

/** The steering call at `/__sandbox/…`; its result is sent as JSON. @throws Error for what it does not know. */
export function steerByRequest(
  steering: Steering,
  method: string,
  path: string,
  body: unknown,
): unknown {
  switch (`${method} ${path}`) {
    case 'GET /__sandbox/state':
      return steering.state();
    case 'GET /__sandbox/requests':
      return steering.requests();
    case 'DELETE /__sandbox/requests':
      steering.forgetRequests();
      return {};
    case 'GET /__sandbox/switches':
      return steering.switches();
    case 'PUT /__sandbox/switches':
      steering.setSwitches(body as Partial<Switches>);
      return steering.switches();
    case 'POST /__sandbox/faults':
      steering.addFaults(body as readonly FaultInput[]);
      return {};
    case 'DELETE /__sandbox/faults':
      steering.clearFaults();
      return {};
    case 'POST /__sandbox/accept':
      steering.accept(checked(acceptance, body, 'The request').email);
      return {};
    case 'POST /__sandbox/reset':
      steering.reset();
      return {};
    default:
      throw new Error(`The sandbox has no ${method} ${path}.`);
  }
}
