import type { Document } from '../../document/model';
import { sentence } from '../../document/sentence';
import { kindOf, valueOf } from './asked';
import { adminScreen, changePlan } from './fixers';
import type { Found } from './found';
import { no, unknown, yes, type Finding, type Fixer } from './report';

/** Whether the site's plan allows guests. */
export function judgePlan(
  { site, organization }: Found,
  { organization: id }: Pick<Document, 'organization'>,
): Finding {
  const { named, workspaces, workspace, users } = organization;
  if ([named, workspaces, users].some((asked) => kindOf(asked) === 'quota')) {
    return no(
      sentence('Atlassian says that the organization has no paid plan, and guests take one.'),
      changePlan(id),
    );
  }
  const spellings = [valueOf(site)?.plan, valueOf(workspace)?.plan].filter(
    (plan) => plan !== undefined,
  );
  const plan = [...new Set(spellings.map((spelling) => spelling.toLowerCase()))].join(', ');
  switch (commonAnswer(spellings)) {
    case true:
      return yes(sentence('The plan is {plan}, which includes guests.', { plan }));
    case false:
      return no(
        sentence('The plan is {plan}, and guests come with Standard, Premium and Enterprise.', {
          plan,
        }),
        changePlan(id),
      );
    case undefined:
      return unknown(
        plan === ''
          ? sentence('Nobody who was asked tells the plan.')
          : sentence('The plan is called {plan}, which does not tell.', { plan }),
        lookAtPlan(id),
      );
  }
}

/** Whether plans of these spellings allow guests, if those that are understood agree. */
function commonAnswer(spellings: readonly string[]): boolean | undefined {
  const answers = new Set(spellings.map(allowsGuests).filter((one) => one !== undefined));
  return answers.size === 1 ? answers.has(true) : undefined;
}

/** Atlassian does not document how it spells the plans, so other words mean nothing. */
function allowsGuests(spelling: string): boolean | undefined {
  const isPaid = /standard|premium|enterprise/i.test(spelling);
  const isFree = /free/i.test(spelling);
  return isPaid === isFree ? undefined : isPaid;
}

function lookAtPlan(id: string | undefined): Fixer {
  return {
    who: 'siteAdmin',
    remedy: sentence('Look at the plan under Billing'),
    link: adminScreen(id),
  };
}

export const fromPlan = sentence('Follows from the plan');

/** What nobody can do without a paid plan (Atlassian support, “Manage permissions in the Free edition”). */
export function closedBy(plan: Finding): Finding {
  const closed = sentence('Without a paid plan nobody can change permissions or restrictions.');
  return { ...no(closed, plan.fixer), how: fromPlan };
}

/** Something that the account may do, unless a plan that could not be checked forbids it. */
export function openBy(plan: Finding, can: Finding): Finding {
  return plan.answer === 'yes'
    ? can
    : {
        ...can,
        how: sentence('Asked Confluence; a plan without guests would forbid it all the same'),
      };
}
