/** What went wrong in conversations that had no RST: looked for once, when they are given up. */
package dev.whyrst.conversation.failures;
