import { type ParsedActivity, parseActivity } from '../../../shared/authoring/activity-file.ts';
import type { Problem } from '../../../shared/authoring/problem.ts';

/** The smallest activity that may be published. */
export const example = `id: hand-hygiene
title: Hand Hygiene Before Every Contact
summary: Why five moments matter.
format: enduring-material
provider:
  name: Meridian Society
  signatory:
    name: Theodora Lindqvist-Amari
    title: Chair
  contact: help@meridian.example
accreditation: accme
zone: America/New_York
opens: 2026-01-15
closes: 2028-12-31
reviewed: 2026-01-05
minutes: 75
audience: Physicians
objectives:
  - Name the five moments.
faculty:
  - { name: Ondine Barrasford, credentials: MD,
      disclosure: Nothing to disclose. }
article: |
  Wash your hands.
credits:
  - type: ama-pra-category-1
    maximum: 1.25
statements:
  - kind: support
    text: No commercial support was received.
assessments:
  - kind: post-test
    passMark: 70
    questions:
      - text: How many moments are there?
        options:
          - Four
          - text: Five
            right: true
      - text: Gloves replace washing.
        answer: false
        rationale: They have holes.
evaluation:
  - text: The content was relevant.
    kind: rating
`;

/** The example with one passage replaced. */
export function changed(passage: string, by: string): string {
  if (!example.includes(passage)) throw new Error(`The example has no “${passage}”`);
  return example.replace(passage, by);
}

/** The day on which the tests publish. */
export const now = '2026-03-10T09:00:00.000Z';
export const parse = (text: string, at = now): ParsedActivity => parseActivity({ file: 'a.yaml', text, now: at });

/** The activity that a text describes. */
export function parsed(text: string, at = now): Extract<ParsedActivity, { kind: 'parsed' }> {
  const result = parse(text, at);
  if (result.kind === 'faulty') throw new Error(JSON.stringify(result.problems, null, 2));
  return result;
}

/** What is wrong with a text. */
export function problemsOf(text: string): readonly Problem[] {
  const result = parse(text);
  return result.kind === 'faulty' ? result.problems : [];
}
