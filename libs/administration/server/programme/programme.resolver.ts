import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '#access/server';
import { CurrentViewer, type GraphqlContext } from '#platform/server';
import { ProgrammeService } from './programme.service.js';
import { BarrierHintInput, Programme, SaveProgrammeInput } from './programme.type.js';

@Resolver(() => Programme)
export class ProgrammeResolver {
  constructor(@Inject(ProgrammeService) private readonly programmes: ProgrammeService) {}

  @Query(() => Programme, { description: 'The programme this installation serves.' })
  programme(@CurrentViewer() viewer: Viewer): Promise<Programme> {
    return this.programmes.read(viewer);
  }

  @Mutation(() => Programme, { description: 'Changes the settings of the programme. Coordinators only, FORBIDDEN for others; `badAddress` at `contactAddress`.' })
  saveProgramme(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { type: () => SaveProgrammeInput, description: 'All settings as they shall be.' }) input: SaveProgrammeInput,
  ): Promise<Programme> {
    return this.programmes.save(viewer, input);
  }

  @Mutation(() => Boolean, { description: 'Tells the operator about a barrier by mail: to the contact address, else to all coordinators. Needs no account; always true. RATE_LIMITED after 5 of a network within an hour.' })
  async sendBarrierHint(
    @Context() context: GraphqlContext,
    @Args('input', { type: () => BarrierHintInput, description: 'What the barrier is and where it was met.' }) input: BarrierHintInput,
  ): Promise<boolean> {
    await this.programmes.hint(context.ip, input);
    return true;
  }
}
