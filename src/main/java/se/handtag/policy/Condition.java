package se.handtag.policy;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.runtime.CelRuntime;

/** When a rule applies: the program that is run, and the tree that it was made from. */
record Condition(CelRuntime.Program program, CelAbstractSyntaxTree tree) {}
