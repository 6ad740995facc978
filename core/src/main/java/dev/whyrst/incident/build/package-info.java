/**
 * The entrance for who has attributions and wants incidents: {@link dev.whyrst.incident.build.IncidentBuilder} leads
 * them through the rooms of {@link dev.whyrst.incident}. It is the only one that knows all of them.
 */
package dev.whyrst.incident.build;
