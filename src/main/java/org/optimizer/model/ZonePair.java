package org.optimizer.model;

/** Material loaded in one zone may be unloaded in the other. A load zone without any pair may be unloaded everywhere. */
public record ZonePair(String siteId, String loadZone, String unloadZone) {}
