import type { Document } from '../../document/model';
import { sentence, type Sentence } from '../../document/sentence';
import type { Answered, Line, Topic } from './report';

/**
 * What people ask before they dare to invite somebody, answered from Atlassian support, “Invite guests
 * for external collaboration”, and where it was looked at from this site.
 */
export function answerQuestions(
  { limits: { guestsPerPaidUser: ratio } }: Pick<Document, 'limits'>,
  lines: readonly Line[],
): readonly Answered[] {
  const answerOf = (topic: Topic): Line['answer'] | undefined =>
    lines.find((line) => line.topic === topic)?.answer;
  return [
    {
      id: 'directory',
      question: sentence('Why do I see no Users under Directory?'),
      answer: directory(answerOf('organizationAdmin')),
    },
    {
      id: 'domain',
      question: sentence('Must a domain be verified?'),
      answer: sentence(
        'No. Guests need no verified domain; that is for security policies about external users.',
      ),
    },
    {
      id: 'beta',
      question: sentence('Must a beta be switched on?'),
      answer:
        answerOf('plan') === 'no'
          ? sentence(
              'No, but guests come with Standard, Premium and Enterprise, not with this plan.',
            )
          : sentence(
              'No. Guests are part of Standard, Premium and Enterprise, with nothing to switch on.',
            ),
    },
    {
      id: 'links',
      question: sentence('Is an invite link or “Invite people” the same?'),
      answer: sentence(
        'No. Whoever joins by an invite link or is invited from a page becomes a user with a paid seat; a guest is invited with the Guest role alone.',
      ),
    },
    {
      id: 'cost',
      question: sentence('What does a guest cost?'),
      answer: sentence(
        'Nothing, up to {ratio} guests for each paid seat, as long as the Guest role is the only one on Confluence.',
        { ratio },
      ),
    },
    {
      id: 'onePage',
      question: sentence('Can a guest be invited to one page alone?'),
      answer: sentence(
        'No. A guest gets one space, and restrictions narrow which of its pages the guest sees.',
      ),
    },
  ];
}

function directory(isAdmin: Line['answer'] | undefined): Sentence {
  switch (isAdmin) {
    case 'yes':
      return sentence(
        'Organization admins see it. Your key is of one: sign in to Atlassian Administration with that account.',
      );
    case 'no':
    case 'unknown':
    case undefined:
      return sentence(
        'Only organization admins see it. Site admins open Apps, choose the site and manage its users there; everybody else asks one of them.',
      );
  }
}
