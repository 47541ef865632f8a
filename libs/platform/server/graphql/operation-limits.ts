import { costLimitRule } from '@escape.tech/graphql-armor-cost-limit';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import { GraphQLError, type ASTVisitor, type ValidationContext, type ValidationRule } from 'graphql';

/** A page of the web needs about a third of each; beyond them an operation is refused before it runs. */
export const OPERATION_LIMITS = { tokens: 4000, depth: 14, aliases: 20, directives: 30, rootFields: 20, cost: 60_000 } as const;

const report = {
  exposeLimits: false,
  errorMessage: 'operation too large',
  // A thrown error would end as an internal one; a reported one is a plain refusal.
  propagateOnRejection: false,
  onReject: [
    (context: ValidationContext | null, error: GraphQLError): void => {
      context?.reportError(new GraphQLError(error.message, { extensions: { code: 'BAD_USER_INPUT', reason: 'operationTooLarge' } }));
    },
  ],
};

/** Many root fields in one operation are a batch by another name. */
function maxRootFields(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation) {
      if (operation.selectionSet.selections.length > OPERATION_LIMITS.rootFields) {
        report.onReject[0]?.(context, new GraphQLError(report.errorMessage));
      }
    },
  };
}

export const operationLimitRules: readonly ValidationRule[] = [
  maxRootFields,
  maxDepthRule({ n: OPERATION_LIMITS.depth, flattenFragments: true, ...report }) as never,
  maxAliasesRule({ n: OPERATION_LIMITS.aliases, allowList: [], ...report }) as never,
  maxDirectivesRule({ n: OPERATION_LIMITS.directives, ...report }) as never,
  costLimitRule({ maxCost: OPERATION_LIMITS.cost, depthCostFactor: 1.15, flattenFragments: true, fragmentRecursionCost: 10_000, ...report }) as never,
];
