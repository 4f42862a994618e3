import ts from 'typescript';
import type { TextPair } from './textRules';

/** Reads a source file as the compiler does. */
export const parse = (path: string, source: string): ts.SourceFile =>
  ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true, path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);

/** Where a node stands, for people who have to mend it. */
export const placeOf = (node: ts.Node): string => {
  const file = node.getSourceFile();
  return `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
};

/** Every node below a node, itself first. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  for (const child of node.getChildren()) yield* nodesOf(child);
}

/** One text in both languages as it is written; a language that is missing is undefined. */
export interface WrittenPair {
  readonly node: ts.Node;
  readonly en: ts.Node | undefined;
  readonly zh: ts.Node | undefined;
}

/**
 * Every text of a file in both languages: an object of literals { en, zh }, or the call of a function that makes one of its parameters en
 * and zh. What only passes texts on is none.
 */
export function writtenPairs(file: ts.SourceFile): WrittenPair[] {
  const makers = makersOf(file);
  return [...nodesOf(file)]
    .flatMap((node): WrittenPair[] => {
      if (ts.isObjectLiteralExpression(node)) return [{ node, en: valueOf(node, 'en'), zh: valueOf(node, 'zh') }];
      const isMade = ts.isCallExpression(node) && ts.isIdentifier(node.expression) && makers.has(node.expression.text);
      return isMade ? [{ node, en: node.arguments[0], zh: node.arguments[1] }] : [];
    })
    .filter(({ en, zh }) => literalText(en) !== null || literalText(zh) !== null);
}

/** What the texts of a file say; a language that is missing is an empty text. */
export const textPairs = (file: ts.SourceFile): TextPair[] =>
  writtenPairs(file).map(({ node, en, zh }) => ({ place: placeOf(node), en: literalText(en) ?? '', zh: literalText(zh) ?? '' }));

/** The text of a literal, of a template, or of a function of what is put in; null where it is made elsewhere. */
export function literalText(node: ts.Node | undefined): string | null {
  if (!node) return null;
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node)) {
    return node.head.text + node.templateSpans.map((span) => `{${span.expression.getText()}}${span.literal.text}`).join('');
  }
  if (ts.isArrowFunction(node) || ts.isParenthesizedExpression(node)) return literalText(ts.isArrowFunction(node) ? node.body : node.expression);
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const [left, right] = [literalText(node.left), literalText(node.right)];
    return left !== null || right !== null ? (left ?? `{${node.left.getText()}}`) + (right ?? `{${node.right.getText()}}`) : null;
  }
  return null;
}

function valueOf(node: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined {
  const property = node.properties.find((p) => p.name !== undefined && (ts.isIdentifier(p.name) || ts.isStringLiteral(p.name)) && p.name.text === name);
  return property && ts.isPropertyAssignment(property) ? property.initializer : undefined;
}

/** Functions whose first two parameters are the languages, as in `t = (en, zh) => ({ en, zh })`. */
function makersOf(file: ts.SourceFile): Set<string> {
  const takesBoth = (node: ts.FunctionLikeDeclaration): boolean => node.parameters[0]?.name.getText() === 'en' && node.parameters[1]?.name.getText() === 'zh';
  return new Set(
    [...nodesOf(file)].flatMap((node) => {
      if (ts.isFunctionDeclaration(node) && node.name && takesBoth(node)) return [node.name.text];
      const made = ts.isVariableDeclaration(node) ? node.initializer : undefined;
      return made && ts.isVariableDeclaration(node) && (ts.isArrowFunction(made) || ts.isFunctionExpression(made)) && takesBoth(made) ? [node.name.getText()] : [];
    }),
  );
}
