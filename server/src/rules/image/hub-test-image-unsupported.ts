// Images in which the Hub's tests cannot be prepared: the harness installs its tools into the container first.

import { say } from '../../base/message';
import { PUBLISHING_GUIDE } from '../../knowledge/hub';
import { EMPTY_IMAGE, TEST_HARNESS } from '../../knowledge/images';
import { describeImage } from '../../model/image/base-image';
import { type Finding, rule } from '../rule';

export const hubTestImageUnsupported = rule({
  meta: {
    id: 'hub-test-image-unsupported',
    area: 'image',
    severity: 'info',
    since: '0.2.0',
    summary: "The Hub's tests cannot be prepared in this image.",
    why: 'Before the first test, tools are installed into the container with apt-get or dnf, as root: where that is impossible, every test fails.',
    good: "The Hub's tests can be prepared in the image.",
    sources: [PUBLISHING_GUIDE, TEST_HARNESS],
  },
  reads: ['docker', 'tests'],
  *check({ docker }) {
    const { uri } = docker.source;
    const from = docker.lineage.at(-1);
    if (from && docker.base.known) {
      const { name, system } = describeImage(docker.base.value);
      if (system === 'alpine')
        yield {
          uri,
          span: from.baseSpan,
          message: say`The Hub's tests do not know Alpine Linux: they install their tools with apt-get or dnf.`,
        };
      else if (system === 'distroless' || name === EMPTY_IMAGE)
        yield {
          uri,
          span: from.baseSpan,
          message: say`The Hub's tests need a shell and a package manager, which this image does not have.`,
        };
    }
    const user = docker.lineage.find(({ users }) => users.length > 0)?.users.at(-1);
    if (user?.expanded.known && !isRoot(user.expanded.value)) yield nonRoot(uri, user.span, user.expanded.value);
  },
});

function nonRoot(uri: string, span: Finding['span'], user: string): Finding {
  return {
    uri,
    span,
    message: say`The container runs as ${user}; the Hub's tests install their tools as root.`,
  };
}

function isRoot(user: string): boolean {
  return /^(?:root|0)(?::|$)/.test(user);
}
