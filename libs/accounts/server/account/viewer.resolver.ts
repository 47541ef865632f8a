import { Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '#access/server';
import { CurrentViewer } from '#platform/server';
import { ViewerType } from './viewer.type.js';

@Resolver(() => ViewerType)
export class ViewerResolver {
  @Query(() => ViewerType, { description: 'Whoever asks; a guest is a viewer too.' })
  viewer(@CurrentViewer() viewer: Viewer): ViewerType {
    return {
      accountId: viewer.accountId,
      standing: viewer.standing,
      siteRoles: [...viewer.siteRoles],
      programmeRoles: [...viewer.programmeRoles],
      locale: viewer.locale,
    };
  }
}
