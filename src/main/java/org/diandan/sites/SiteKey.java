package org.diandan.sites;

record SiteKey(String center, String code) {}
