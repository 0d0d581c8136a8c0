import { record } from './call';
import type { PersonCall } from './call';
import { refusal } from './errors';
import type { Answer } from './errors';
import { checkGroup, checkUser } from './restrictionBody';
import type { Operation } from './state';
import { replace, restrictedPage, viewedPage } from './v1Restrictions';

type Kind = 'users' | 'groups';

/** `GET …/byOperation/{op}/user` and `…/byGroupId/{id}`: 200 when on the list, else 404; no body. */
export function hasEntry(kind: Kind): (call: PersonCall) => Answer {
  return (call) => {
    const page = viewedPage(call);
    const { operation, id } = target(call, kind);
    if (!page.restrictions[operation][kind].has(id)) {
      throw refusal('v1', 404, `The restriction does not apply to ${id}`);
    }
    return { status: 200 };
  };
}

/** `PUT`: adds one principal, keeping the others; the first one closes an open page. */
export function addEntry(kind: Kind): (call: PersonCall) => Answer {
  return (call) => {
    const page = restrictedPage(call);
    const { operation, id } = target(call, kind);
    if (kind === 'users') checkUser(call.world, id);
    else checkGroup(call.world, id);
    const before = page.restrictions[operation];
    replace(call, page, [{ operation, ...before, [kind]: new Set([...before[kind], id]) }]);
    record(call, 'addEntry', { page: page.id, operation, [kind]: id });
    return { status: 200 };
  };
}

/** `DELETE`: takes one principal off; the last one opens the page. */
export function removeEntry(kind: Kind): (call: PersonCall) => Answer {
  return (call) => {
    const page = restrictedPage(call);
    const { operation, id } = target(call, kind);
    const before = page.restrictions[operation];
    const after = new Set([...before[kind]].filter((one) => one !== id));
    replace(call, page, [{ operation, ...before, [kind]: after }]);
    record(call, 'removeEntry', { page: page.id, operation, [kind]: id });
    return { status: 200 };
  };
}

function target(call: PersonCall, kind: Kind): { operation: Operation; id: string } {
  const operation = call.place('operationKey');
  if (operation !== 'read' && operation !== 'update') {
    throw refusal('v1', 404, `No restriction for operation ${operation}`);
  }
  if (kind === 'groups') return { operation, id: call.place('groupId') };
  const id = call.query.get('accountId');
  if (id === null) throw refusal('v1', 400, 'accountId is required');
  return { operation, id };
}
