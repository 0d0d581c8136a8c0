import { organizationAddress } from '../access/webAddress';
import { sentence, type Sentence } from '../document/sentence';
import type { Answer } from './ask/choose';
import { visible, type Line, type Link, type Step } from './ask/question';
import { askTerm } from './ask/term';
import { when } from './ask/when';

export { aboutHost } from './host';
export { termOf } from './ask/term';

/** Whether what is kept outlasts the window: it may turn out not to, and it may have been lost before. */
export type Storage = 'works' | 'fails' | 'loses';

export interface TokenAnswers {
  /** Absent where nobody had to be asked. */
  readonly keeping?: 'storage' | 'session';
  readonly email?: string;
  readonly token?: string;
  readonly expires?: Answer;
}

export interface KeyAnswers {
  /** Absent where nobody had to be asked. */
  readonly wanted?: 'key' | 'none';
  readonly keeping?: 'storage' | 'session';
  readonly organization?: string;
  readonly key?: string;
  readonly expires?: Answer;
}

/** Why the site or the organization does not accept a secret. */
type Verify<Answers> = (answers: Answers, signal: AbortSignal) => Promise<Sentence | undefined>;

interface Asked<Answers> {
  readonly today: string;
  readonly storage: Storage;
  readonly verify: Verify<Answers>;
}

const tokenScreen: Link = {
  label: sentence('Create an API token'),
  address: 'https://id.atlassian.com/manage-profile/security/api-tokens',
};

/** The questions about the API token. With `renews` the e-mail address stays. */
export function tokenSteps({
  today,
  storage,
  renews,
  verify,
}: Asked<TokenAnswers> & { readonly renews: boolean }): readonly Step<TokenAnswers>[] {
  return [
    ...askKeeping<TokenAnswers>(storage),
    ...(renews ? [] : [askEmail]),
    askToken(verify),
    ...askTerm<TokenAnswers>(sentence('How long does the API token last?'), today),
  ];
}

/**
 * The questions about the organization admin key; the organization is asked for unless it is given.
 * With `renews` it is clear that there is a key.
 */
export function keySteps({
  today,
  storage,
  renews,
  organization,
  verify,
}: Asked<KeyAnswers> & {
  readonly renews: boolean;
  readonly organization: string | undefined;
}): readonly Step<KeyAnswers>[] {
  return [
    ...(renews ? [] : [askWhether]),
    ...when(
      ({ wanted }) => wanted !== 'none',
      [
        ...askKeeping<KeyAnswers>(storage),
        ...(organization === undefined ? [askOrganization] : []),
        askKey(verify),
        ...askTerm<KeyAnswers>(sentence('How long does the organization admin key last?'), today),
      ],
    ),
  ];
}

/** Before anything secret is written, where it may be lost with the window. */
function askKeeping<Answers extends { readonly keeping?: 'storage' | 'session' }>(
  storage: Storage,
): readonly Step<Answers>[] {
  if (storage === 'works') return [];
  return [
    (answers) => ({
      kind: 'one',
      prompt:
        storage === 'fails'
          ? sentence(
              'This computer has no secret storage that works. Press Escape to set up its keyring first',
            )
          : sentence(
              'This computer’s secret storage has lost your credentials before. Press Escape to set up its keyring first',
            ),
      choices: [
        {
          value: 'session',
          label: sentence('Stay signed in until this window closes'),
          detail: sentence('What you enter is kept in memory and written nowhere'),
        },
        ...(storage === 'fails'
          ? []
          : [
              {
                value: 'storage',
                label: sentence('Keep it in the secret storage all the same'),
                detail: sentence('You may have to sign in again in the next window'),
              },
            ]),
      ],
      take: (value) => ({ ...answers, keeping: value === 'storage' ? 'storage' : 'session' }),
    }),
  ];
}

const askEmail: Step<TokenAnswers> = (answers) => ({
  kind: 'line',
  prompt: sentence('The e-mail address of your Atlassian account'),
  placeHolder: sentence('lee@acme.com'),
  value: answers.email ?? '',
  refuse: (text) => (text.includes('@') ? undefined : sentence('Write your whole e-mail address.')),
  take: (text) => ({ ...answers, email: visible(text) }),
});

function askToken(verify: Verify<TokenAnswers>): Step<TokenAnswers> {
  return (answers) =>
    secretLine({
      prompt: sentence(
        'Your API token. It gives spaces to guests and restricts pages, as far as you may. Create one, without scopes or with them, at id.atlassian.com/manage-profile/security/api-tokens',
      ),
      empty: sentence('Paste the API token.'),
      links: [tokenScreen],
      value: answers.token,
      check: (token, signal) => verify({ ...answers, token }, signal),
      take: (token) => ({ ...answers, token }),
    });
}

const askWhether: Step<KeyAnswers> = (answers) => ({
  kind: 'one',
  prompt: sentence('An organization admin key invites guests and takes the Guest role away'),
  choices: [
    {
      value: 'key',
      label: sentence('I have an organization admin key'),
      detail: sentence(
        'Organization admins create it at admin.atlassian.com → Settings → API keys',
      ),
      picked: answers.wanted === 'key',
    },
    {
      value: 'none',
      label: sentence('Go on without'),
      detail: sentence('Everything else works, with a message ready for an organization admin'),
      picked: answers.wanted === 'none',
    },
  ],
  take: (value) => ({ ...answers, wanted: value === 'key' ? 'key' : 'none' }),
});

const askOrganization: Step<KeyAnswers> = (answers) => ({
  kind: 'line',
  prompt: sentence('The organization’s id, from the address admin.atlassian.com/o/<id>'),
  placeHolder: sentence('The id or the whole address'),
  links: [
    { label: sentence('Open Atlassian Administration'), address: 'https://admin.atlassian.com' },
  ],
  value: answers.organization ?? '',
  refuse: (text) =>
    /^[\w-]+$/.test(organizationIn(text))
      ? undefined
      : sentence('Paste the organization’s id, or the address that has it behind /o/.'),
  take: (text) => ({ ...answers, organization: organizationIn(text) }),
});

/** The id alone, or out of an address of the administration. */
function organizationIn(text: string): string {
  return /\/o\/([\w-]+)/.exec(text)?.[1] ?? visible(text);
}

function askKey(verify: Verify<KeyAnswers>): Step<KeyAnswers> {
  return (answers) =>
    secretLine({
      prompt: sentence(
        'The organization admin key. It invites guests and takes the Guest role away. An organization admin creates it at admin.atlassian.com → Settings → API keys, without scopes',
      ),
      empty: sentence('Paste the organization admin key, or press Escape to go on without.'),
      links: [
        {
          label: sentence('Create an API key under Settings → API keys'),
          address:
            answers.organization === undefined
              ? 'https://admin.atlassian.com'
              : organizationAddress(answers.organization),
        },
      ],
      value: answers.key,
      check: (key, signal) => verify({ ...answers, key }, signal),
      take: (key) => ({ ...answers, key }),
    });
}

/** A line for a secret, which somebody elsewhere has to accept. */
function secretLine<Answers>({
  empty,
  value = '',
  check,
  take,
  ...rest
}: Pick<Line<Answers>, 'prompt' | 'links' | 'take'> &
  Required<Pick<Line<Answers>, 'check'>> & {
    readonly empty: Sentence;
    readonly value: string | undefined;
  }): Line<Answers> {
  return {
    ...rest,
    kind: 'line',
    isSecret: true,
    placeHolder: empty,
    value,
    refuse: (text) => (visible(text) === '' ? empty : undefined),
    check: (text, signal) => check(visible(text), signal),
    take: (text) => take(visible(text)),
  };
}
